/// What is said of metrics, and of how data arrives.
let frenchOfData = """
    no metrics: the cluster has no metrics server
    pas de métriques : le cluster n'a pas de metrics-server

    no metrics: {1}
    pas de métriques : {1}

    no metrics: the metrics server does not answer
    pas de métriques : le metrics-server ne répond pas

    no metrics yet: the metrics server has none to give
    pas encore de métriques : le metrics-server n'en a aucune à donner
    """
