#!/usr/bin/env bash
# The test suite under AddressSanitizer and UBSan, and the threaded part under ThreadSanitizer.
set -euo pipefail
cd "$(dirname "$0")/.."
./scripts/setup.sh
cmake --preset sanitize
cmake --build --preset sanitize
ctest --test-dir build/sanitize --output-on-failure -j "$(nproc)"
cmake --preset threads
cmake --build --preset threads --target test_evaluate test_loaders test_differential
for suite in test_evaluate test_loaders test_differential; do
  # Without a fixed address layout some kernels refuse the sanitizer's memory mapping.
  setarch -R "build/threads/tests/$suite"
done
