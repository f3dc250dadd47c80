"""Word documents: the house style that builds the templates, and the renderer that fills them."""
