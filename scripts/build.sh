#!/usr/bin/env bash
# Builds the release preset: the program is build/release/tdkt. `build.sh TARGET…` builds only these.
set -euo pipefail
cd "$(dirname "$0")/.."
./scripts/setup.sh
[ -f build/release/build.ninja ] || cmake --preset release > /dev/null
cmake --build --preset release ${1:+--target "$@"}
