"""Word output: fills .docx templates (Jinja), sets ruling lines, inspects templates that officials changed."""
