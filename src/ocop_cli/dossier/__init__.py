"""The fields of a dossier and their types: product, producer, facts, evidence, scores, conclusions, history."""
