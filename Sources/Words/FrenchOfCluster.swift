/// What is said of the cluster's objects, applications and chains.
let frenchOfCluster = """
    """
