#!/bin/sh
# Runs a command in a network that has everything and leads nowhere: a card with an address and a
# default route, a neighbour that never answers, a resolver on this computer that knows no name.
# For `unshare --net --mount`; nothing of it is left when the command ends.
set -eu
ip link set lo up
ip link add out type veth peer name wire
# Else the kernel itself says hello on the wire, and the count of packets would not be the app's.
for card in out wire; do
  echo 1 > "/proc/sys/net/ipv6/conf/$card/disable_ipv6" 2>/dev/null || true
done
ip link set wire up
ip address add 10.203.0.2/24 dev out
ip link set out up
# Known, so that a packet leaves at once instead of asking who the neighbour is.
ip neighbour replace 10.203.0.1 lladdr 02:00:00:00:00:01 dev out nud permanent
ip route add default via 10.203.0.1
echo 'nameserver 127.0.0.1' > "$1/resolv.conf"
mount --bind "$1/resolv.conf" /etc/resolv.conf
shift
exec "$@"
