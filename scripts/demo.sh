#!/usr/bin/env bash
# From nothing to verdicts: the emulation bloc of Nam Định's general departments in 2021, and the
# reason for one of them. `demo.sh vi` answers in Vietnamese, `demo.sh en` in English; otherwise the
# locale decides.
set -euo pipefail
cd "$(dirname "$0")/.."
./scripts/build.sh tdkt >&2

case "${1:-${LC_ALL:-${LC_MESSAGES:-${LANG:-en}}}}" in
  vi*) language=vi ;;
  *) language=en ;;
esac
pack=rules/nam-dinh-general-bloc-2021
if [ "$language" = vi ]; then nomination="Bình xét cuối năm"; else nomination="Year-end nominations"; fi

run() {
  echo
  printf '$ %s\n' "tdkt$(printf ' %q' "${@:2}" | sed "s/\\\\ / /g")"
  "$@"
}
run build/release/tdkt eval --rules "$pack/$language" --data "$pack/data" --for 2021 --language "$language"
run build/release/tdkt why SO-NV "$nomination" --rules "$pack/$language" --data "$pack/data" --for 2021 --language "$language"
