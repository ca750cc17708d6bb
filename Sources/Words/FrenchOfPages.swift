/// What the pages, dialogs and the command line say.
let frenchOfPages = """
    """
