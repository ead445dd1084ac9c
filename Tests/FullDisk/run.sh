#!/usr/bin/env bash
# Grades a course into a file system that is full, and again when there is room: nothing that was decided is lost, no file is half
# written, and the results are those of one run. The argument is the program. Root only: it mounts a file system in memory.
set -euo pipefail
nnb=$(realpath "$1")
tests=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
finish() {
  umount "$work/small" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
cd "$work"
source "$tests/small-course.sh" 30
"$nnb" grade key.md handed-in -o whole
mkdir small
# Room for none of the results, for a part of the journal, for the journal and a part of the pages.
for size in 4k 16k 32k 64k 128k; do
  mount -t tmpfs -o "size=$size" tmpfs small
  code=0
  said=$("$nnb" grade key.md handed-in -o small 2>&1) || code=$?
  [ "$code" = 4 ] && grep -q "cannot write" <<<"$said" || { echo "with $size: exit code $code: $said"; exit 1; }
  # What is there is whole: each file is what the undisturbed run wrote, and the journal holds together as far as it goes.
  (cd small && find . -type f ! -name journal.jsonl ! -name '.nnb-*' -print0) | while IFS= read -r -d '' file; do
    cmp "small/$file" "whole/$file"
  done
  kept=$(grep -c '"kind": "grade"' small/journal.jsonl || true)
  mount -o remount,size=64m small
  "$nnb" grade key.md handed-in -o small
  [ "$(grep -c '"kind": "grade"' small/journal.jsonl)" = 30 ] || { echo "with $size: graded twice after $kept"; exit 1; }
  diff -r -x journal.jsonl small whole
  umount small
done
echo "a full disk loses nothing"
