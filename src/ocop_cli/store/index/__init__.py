"""What has been worked out of files before, kept in ``.ocop/index.sqlite``: looked up while the files are as they were."""
