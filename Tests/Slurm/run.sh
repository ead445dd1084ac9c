#!/usr/bin/env bash
# Grades a course as the guide says, as a job array of a Slurm of one node on the loopback address and with GNU parallel, and compares the
# results with those of one run. The argument is the program; `slurm-wlm`, `munge` and `parallel` must be installed. Root only.
set -euo pipefail
nnb=$(realpath "$1")
guide=$(realpath "$(dirname "$0")/../../Notebooks/guide/07-grading.md")
tests=$(realpath "$(dirname "$0")/..")
work=$(mktemp -d)
chmod 755 "$work"
daemons=()
finish() {
  for daemon in "${daemons[@]}"; do kill "$daemon" 2>/dev/null || true; done
  wait
  rm -rf "$work"
}
trap finish EXIT

start() { # start NAME COMMAND…: a daemon in the foreground of its own, with a log
  local log=$work/$1.log; shift
  "$@" >"$log" 2>&1 &
  daemons+=($!)
}
until_true() { # until_true SECONDS COMMAND…
  local left=$1; shift
  while ! "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || { echo "gave up on: $*"; tail -n 20 "$work"/*.log; exit 1; }
    sleep 1
  done
}

echo "== a course"
cd "$work"
PATH=$(dirname "$nnb"):$PATH
source "$tests/small-course.sh" 20
nnb grade key.md handed-in -o whole --jobs 2
same() { diff -r -x journal.jsonl -x shards -x plan.json "$1" whole; }

echo "== GNU parallel"
nnb grade key.md handed-in -o run --plan 8
parallel --will-cite nnb grade --shard {}/8 --jobs 1 -o run ::: 8 3 5 1 2 7 6 4
nnb grade --merge -o run
same run
rm -r run

echo "== parts on several instruction sets"
# A set that this machine does not have is the best that it has.
nnb grade key.md handed-in -o run --plan 3
part=0
for set in portable avx2 avx512; do
  part=$((part + 1))
  NNB_ISA=$set nnb grade --shard $part/3 -o run
done
NNB_ISA=portable nnb grade --merge -o run
same run
rm -r run

echo "== Slurm"
mkdir munge state spool
chown munge munge && chmod 700 munge
head -c 128 /dev/urandom >munge/key && chown munge munge/key && chmod 400 munge/key
chmod 711 munge
start munge runuser -u munge -- munged --foreground --force --num-threads=1 --socket="$work/munge/socket" --key-file="$work/munge/key" \
  --pid-file="$work/munge/pid" --log-file="$work/munge/log" --seed-file="$work/munge/seed"
host=$(hostname -s)
cat >slurm.conf <<CONF
ClusterName=nnb
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=16817
SlurmdPort=16818
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
CredType=cred/munge
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SwitchType=switch/none
MpiDefault=none
ReturnToService=2
SchedulerType=sched/builtin
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 RealMemory=4000 State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$work/slurm.conf
until_true 20 test -S munge/socket
start slurmctld slurmctld -D
start slurmd slurmd -D -N "$host"
idle() { [ "$(sinfo -h -o %t)" = idle ]; }
until_true 60 idle

# The script is the one that the guide shows.
awk '/^#!\/bin\/sh$/ { inside = 1 } /^```$/ { inside = 0 } inside' "$guide" >grade.sh
grep -q '^#SBATCH' grade.sh
nnb grade key.md handed-in -o run --plan 8
job=$(sbatch --parsable --output="$work/part-%a.log" grade.sh)
gone() { [ -z "$(squeue -h -j "$job")" ]; }
until_true 300 gone
cat part-*.log
nnb grade --merge -o run
same run

echo "== a part that is lost is run again"
rm -r run/shards/4.jsonl run/journal.jsonl run/grades.csv
said=$(nnb grade --merge -o run 2>&1) && { echo "a part was lost, and nobody says so"; exit 1; }
grep -q -- '--array=4`' <<<"$said"
job=$(sbatch --parsable --array=4 --output="$work/part-%a.log" grade.sh)
until_true 120 gone
nnb grade --merge -o run
same run
echo "parts on Slurm and with parallel give what one run gives"
