"""How a verb asks a person: questions, their answers kept, confirmations, reasons that are asked for."""
