"""An API server that answers from memory: a namespace of so many pods, whose watches send so many events a second.

What it says has the shape and size of a real server's answers (a pod of a deployment with one container and its
managedFields: about 4.5 kB). It is reached through `kubectl proxy`, as a real one is."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

CREATED = "2026-01-05T10:00:00Z"
NAMESPACE = "kubeseed"
KINDS = {
    "pods": ("v1", "PodList"), "services": ("v1", "ServiceList"), "events": ("v1", "EventList"),
    "nodes": ("v1", "NodeList"), "deployments": ("apps/v1", "DeploymentList"),
    "replicasets": ("apps/v1", "ReplicaSetList"), "statefulsets": ("apps/v1", "StatefulSetList"),
    "daemonsets": ("apps/v1", "DaemonSetList"), "jobs": ("batch/v1", "JobList"),
    "ingresses": ("networking.k8s.io/v1", "IngressList"),
    "networkpolicies": ("networking.k8s.io/v1", "NetworkPolicyList"),
    "endpointslices": ("discovery.k8s.io/v1", "EndpointSliceList"),
}

GROUPS = json.dumps({"kind": "APIGroupList", "apiVersion": "v1", "groups": [
    {"name": version.split("/")[0], "versions": [{"groupVersion": version, "version": "v1"}]}
    for version in sorted({version for version, _ in KINDS.values()} - {"v1"})]}).encode()


def metadata(name, uid, version, **more):
    return {
        "name": name, "namespace": NAMESPACE, "uid": f"00000000-0000-4000-8000-{uid:012d}",
        "resourceVersion": str(version), "creationTimestamp": CREATED, **more}


def managed_fields(manager, paths):
    fields = {f"f:{path}": {"f:type": {}, "f:status": {}, "f:lastProbeTime": {}} for path in paths}
    return [{"manager": manager, "operation": "Update", "apiVersion": "v1", "time": CREATED, "fieldsType": "FieldsV1",
             "fieldsV1": {"f:metadata": {"f:labels": fields}, "f:status": {"f:conditions": fields}}}]


def pod(number, version=1, restarts=0):
    app = f"app-{number // 5:05d}"
    name = f"{app}-6d4cf56db6-{number:05d}"
    paths = ["conditions", "containerStatuses", "hostIP", "phase", "podIP", "podIPs", "startTime", "spec", "labels"]
    container = f"docker.io/library/{app}:1.2.3"
    mount = {"name": "kube-api-access", "readOnly": True, "mountPath": "/var/run/secrets/kubernetes.io/serviceaccount"}
    return {
        "kind": "Pod", "apiVersion": "v1",
        "metadata": metadata(
            name, number, version, generateName=f"{app}-6d4cf56db6-",
            labels={"app": app, "ksapp": app, "pod-template-hash": "6d4cf56db6"},
            ownerReferences=[{"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": f"{app}-6d4cf56db6",
                              "uid": f"00000000-0000-4000-8002-{number // 5:012d}", "controller": True}],
            managedFields=managed_fields("kube-controller-manager", paths) + managed_fields("kubelet", paths)),
        "spec": {
            "volumes": [{"name": "config", "hostPath": {"path": f"/srv/{app}", "type": "DirectoryOrCreate"}}],
            "containers": [{
                "name": app, "image": container, "ports": [{"containerPort": 8080, "protocol": "TCP"}],
                "env": [{"name": key, "value": f"{key.lower()}-of-{app}"} for key in ("TZ", "PUID", "PGID", "UMASK")],
                "resources": {}, "volumeMounts": [mount, {"name": "config", "mountPath": "/config"}],
                "terminationMessagePath": "/dev/termination-log", "imagePullPolicy": "Always"}],
            "restartPolicy": "Always", "terminationGracePeriodSeconds": 30, "dnsPolicy": "ClusterFirst",
            "serviceAccountName": "default", "nodeName": "seedbox", "schedulerName": "default-scheduler"},
        "status": {
            "phase": "Running", "hostIP": "192.0.2.10", "podIP": f"10.42.{number // 250}.{number % 250}",
            "conditions": [{"type": kind, "status": "True", "lastProbeTime": None, "lastTransitionTime": CREATED}
                           for kind in ("Initialized", "Ready", "ContainersReady", "PodScheduled")],
            "startTime": CREATED, "qosClass": "BestEffort",
            "containerStatuses": [{
                "name": app, "state": {"running": {"startedAt": CREATED}}, "lastState": {}, "ready": True,
                "restartCount": restarts, "image": container, "imageID": f"{container}@sha256:{number:064d}",
                "containerID": f"containerd://{number:064d}", "started": True}]}}


def deployment(number):
    app = f"app-{number:05d}"
    return {
        "kind": "Deployment", "apiVersion": "apps/v1",
        "metadata": metadata(app, 100_000 + number, 1, labels={"app": app, "ksapp": app}, generation=1),
        "spec": {"replicas": 5, "selector": {"matchLabels": {"app": app}}, "template": {
            "metadata": {"labels": {"app": app, "ksapp": app}},
            "spec": {"containers": [{"name": app, "image": f"docker.io/library/{app}:1.2.3"}]}}},
        "status": {"observedGeneration": 1, "replicas": 5, "updatedReplicas": 5, "readyReplicas": 5,
                   "availableReplicas": 5}}


def service(number):
    app = f"app-{number:05d}"
    return {
        "kind": "Service", "apiVersion": "v1",
        "metadata": metadata(app, 200_000 + number, 1, labels={"ksapp": app}),
        "spec": {"ports": [{"protocol": "TCP", "port": 8080, "targetPort": 8080}], "selector": {"app": app},
                 "clusterIP": f"10.43.{number // 250}.{number % 250}", "type": "ClusterIP"},
        "status": {"loadBalancer": {}}}


class API:
    """So many pods, with a service and a deployment for every five of them."""

    def __init__(self, pods):
        self.pods = pods
        self.events_per_second = 0
        self.version = 1_000_000
        self.watches = []
        self.lock = threading.Lock()
        objects = {
            "pods": [pod(number) for number in range(pods)],
            "deployments": [deployment(number) for number in range(pods // 5)],
            "services": [service(number) for number in range(pods // 5)]}
        self.pages = {kind: self.pages_of(kind, objects.get(kind, [])) for kind in KINDS}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Handler,), {"api": self}))
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def pages_of(self, kind, objects, size=500):
        version, name = KINDS[kind]
        starts = range(0, max(1, len(objects)), size)
        return [json.dumps({
            "kind": name, "apiVersion": version,
            "metadata": {"resourceVersion": str(self.version),
                         "continue": str(index + 1) if index + 1 < len(starts) else ""},
            "items": objects[start:start + size]}, separators=(",", ":")).encode()
            for index, start in enumerate(starts)]

    def change(self, number, restarts):
        """Tells all who watch pods that one has restarted; returns the moment at which the last was told."""
        with self.lock:
            self.version += 1
            event = {"type": "MODIFIED", "object": pod(number, self.version, restarts)}
            line = json.dumps(event, separators=(",", ":")).encode() + b"\n"
            for watch in list(self.watches):
                try:
                    watch.write(b"%x\r\n%s\r\n" % (len(line), line))
                    watch.flush()
                except OSError:
                    self.watches.remove(watch)
        return time.monotonic()

    def churn(self, rate, seconds):
        """So many events a second, each about another pod."""
        start, sent = time.monotonic(), 0
        while (elapsed := time.monotonic() - start) < seconds:
            while sent < elapsed * rate:
                self.change(sent * 7919 % self.pods, sent)
                sent += 1
            time.sleep(0.002)
        return sent

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    api = None

    def log_message(self, *_):
        pass

    def do_GET(self):
        url = urlsplit(self.path)
        query = parse_qs(url.query)
        kind = url.path.rsplit("/", 1)[-1]
        if url.path == f"/api/v1/namespaces/{NAMESPACE}":
            return self.answer(200, b'{"kind":"Namespace","apiVersion":"v1","metadata":{"name":"kubeseed"}}')
        if url.path == "/apis":
            return self.answer(200, GROUPS)
        if kind not in KINDS or not url.path.startswith(("/api/v1/", f"/apis/{KINDS[kind][0]}/")):
            return self.answer(404, b'{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404}')
        if "watch" in query:
            return self.watch(kind)
        page = int(query.get("continue", ["0"])[0] or 0)
        return self.answer(200, self.api.pages[kind][page])

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def watch(self, kind):
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.flush()
        if kind == "pods":
            with self.api.lock:
                self.api.watches.append(self.wfile)
        # Until the client goes.
        try:
            while self.connection.recv(1):
                pass
        except OSError:
            pass
        with self.api.lock:
            if self.wfile in self.api.watches:
                self.api.watches.remove(self.wfile)
        self.close_connection = True
