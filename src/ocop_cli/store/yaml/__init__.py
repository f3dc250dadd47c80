"""YAML reading and editing: every value as text with its place, one field changed without touching the rest.

Reading begins at ``source``. ``compose`` asks ``plain_lines`` first, which reads a name and a value a line; any other text
goes to ``parsed``, which takes ``plain_data`` from the events of the library and looks for ``faults`` where the text is
odd (``syntax`` and ``mend`` explain what the library refuses). A place is found by ``plain_places`` in plain lines, else
by ``nodes``. ``edit`` changes fields, with the lines and brackets that it needs in ``edit_lines`` and ``edit_brackets``;
``dump`` writes new YAML by ``plain_writer``, and by the library of ``writer`` where a text is unusual.
"""
