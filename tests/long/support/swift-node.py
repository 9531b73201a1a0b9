"""OpenStack's Swift with its S3 interface on loopback, in one process: account, container, object and proxy server.

swift-node.py FOLDER PORT MEMCACHED_PORT: the proxy listens on PORT, the others on the three behind it. Everything lies in FOLDER, whose
file system must have extended attributes. The servers are Debian's (python3-swift), as swift-proxy-server and its like
start them.
"""

import os
import sys

FOLDER, PORT, MEMCACHED = sys.argv[1], int(sys.argv[2]), sys.argv[3]
ACCOUNT, CONTAINER, OBJECT = PORT + 1, PORT + 2, PORT + 3

import eventlet
import eventlet.wsgi

eventlet.patcher.monkey_patch()
from swift.common import utils

# In the place of /etc/swift.
os.makedirs(os.path.join(FOLDER, 'disk'), exist_ok=True)
with open(os.path.join(FOLDER, 'swift.conf'), 'w') as out:
    out.write('[swift-hash]\nswift_hash_path_suffix = canh-giac\n[storage-policy:0]\nname = one\ndefault = yes\n')
utils.set_swift_dir(FOLDER)

from swift.common.ring import RingBuilder
from swift.common.http_protocol import SwiftHttpProtocol
from swift.common.utils import NullLogger
from swift.common.wsgi import loadapp

BACKEND = """
[DEFAULT]
swift_dir = {folder}
devices = {folder}
mount_check = false
bind_ip = 127.0.0.1
bind_port = {port}
workers = 0
log_address = {folder}/no-log
[pipeline:main]
pipeline = {kind}-server
[app:{kind}-server]
use = egg:swift#{kind}
fallocate_reserve = 0
"""

PROXY = """
[DEFAULT]
swift_dir = {folder}
bind_ip = 127.0.0.1
bind_port = {port}
workers = 0
log_address = {folder}/no-log
[pipeline:main]
pipeline = catch_errors cache s3api tempauth slo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:{memcached}
[filter:s3api]
use = egg:swift#s3api
[filter:tempauth]
use = egg:swift#tempauth
user_so_quantri = khoabimat .admin
[filter:slo]
use = egg:swift#slo
"""


def configure(kind, port, text):
    path = os.path.join(FOLDER, kind + '-server.conf')
    with open(path, 'w') as out:
        out.write(text.format(folder=FOLDER, kind=kind, port=port, memcached=MEMCACHED))
    return path


def make_ring(kind, port):
    # One part of one copy on one device.
    builder = RingBuilder(0, 1, 0)
    builder.add_dev({'region': 1, 'zone': 1, 'ip': '127.0.0.1', 'port': port, 'device': 'disk', 'weight': 1})
    builder.rebalance()
    builder.get_ring().save(os.path.join(FOLDER, kind + '.ring.gz'))


def serve(kind, port, path):
    app = loadapp(path, global_conf={'log_name': kind})
    listener = eventlet.listen(('127.0.0.1', port))
    # As swift.common.wsgi.run_server does, which brings a hub of its own for each server.
    eventlet.spawn(
        eventlet.wsgi.server,
        listener,
        app,
        NullLogger(),
        protocol=SwiftHttpProtocol,
        capitalize_response_headers=False,
    )


for kind, port in (('account', ACCOUNT), ('container', CONTAINER), ('object', OBJECT)):
    make_ring(kind, port)
    serve(kind, port, configure(kind, port, BACKEND))
serve('proxy', PORT, configure('proxy', PORT, PROXY))
while True:
    eventlet.sleep(3600)
