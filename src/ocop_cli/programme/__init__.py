"""The commune's year: profile, signers, holidays, targets, plan, meetings, inspections, records of documents."""
