"""What a verb does to a workspace: evaluate, submit, report, plan, issue …; plain values in, an outcome out."""
