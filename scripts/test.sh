#!/usr/bin/env bash
# Builds everything and runs every test. The benchmarks are built, so that they keep up, but not run.
set -euo pipefail
cd "$(dirname "$0")/.."
./scripts/setup.sh
cmake --preset release -DTDKT_BENCH=ON > /dev/null
./scripts/build.sh
ctest --test-dir build/release --output-on-failure --parallel "$(nproc)"
