#!/usr/bin/env bash
# Installs what the build needs and Debian 12 has. Where all of it is there, nothing is fetched.
set -euo pipefail
packages=(
  g++ cmake ninja-build ccache dpkg-dev
  libicu-dev libboost-dev libfmt-dev libspdlog-dev nlohmann-json3-dev
  libcli11-dev libtomlplusplus-dev tao-pegtl-dev
  libgtest-dev libgmock-dev libbenchmark-dev
)

missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo > /dev/null || { echo "setup: run as root, or install sudo; missing: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "setup: installing ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -q
"${as_root[@]}" apt-get install -q -y --no-install-recommends "${missing[@]}"
