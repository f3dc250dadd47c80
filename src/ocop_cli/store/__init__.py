"""The files of a workspace: dossiers, meetings, records, law, templates; git, schemas, the BagIt package, PDF export."""
