"""Format rules of Nghị định 30/2020/NĐ-CP for any .docx: violations, and fixes that change no word."""
