#!/usr/bin/env bash
# Tries the README's two commands in a bare Debian that has python3 and nothing else.
# Usage, as root: build/bare_root.sh [SUITE [FOLDER]]     (bookworm; a new folder in /var/tmp)
# It takes this machine's mirror, certificates and configuration of pip. Uncommitted changes are
# left out. The folder stays, to look at; the last line says how to remove it.
set -euo pipefail
checkout=$(cd "$(dirname "$0")/.." && pwd)
suite=${1:-bookworm}
root=${2:-$(mktemp -d "/var/tmp/pdo-$suite-XXXX")}

lists=(/etc/apt/sources.list /etc/apt/sources.list.d/*)
mirror=$(grep -shoE 'https?://[^ ]+/(debian|ubuntu)/?( |$)' "${lists[@]}" | head -n 1 || true)
debootstrap --variant=minbase --include=python3 "$suite" "$root" "${mirror% }"

cp /etc/resolv.conf /etc/hosts "$root/etc/"
cp -r /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/"
cp -L "${PIP_CERT:-/etc/ssl/certs/ca-certificates.crt}" "$root/etc/certificates-of-the-host.crt"
if [ -f /etc/pip.conf ]; then cp /etc/pip.conf "$root/etc/"; fi
git clone --quiet "$checkout" "$root/root/pdo"
rm -rf "$root/root/pdo/.git"

mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
trap 'umount "$root/proc" "$root/dev"' EXIT
for task in run test; do
  echo "== python3 build/dev.py $task"
  time env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb \
    PIP_CERT=/etc/certificates-of-the-host.crt \
    chroot "$root" /bin/sh -c "cd /root/pdo && python3 build/dev.py $task"
done
echo "Both went well in $root. To remove it: rm -rf --one-file-system $root"
