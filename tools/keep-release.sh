#!/usr/bin/env bash
# Keeps a release for the upgrade tests: walks the smoke journey in a fresh directory and writes what it left to
# hall/src/test/resources/releases. Run it on the commit that is tagged: tools/keep-release.sh v0.1
set -euo pipefail
ROOT=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd -P)
VERSION=${1:?which release, such as v0.1}
SCRATCH=$(mktemp -d)
trap 'rm -rf "$SCRATCH"' EXIT
OMNIHALL_HOME=$SCRATCH "$ROOT/omnihall" demo --smoke --port-offset 7000
rm -rf "$ROOT/hall/src/test/resources/releases/$VERSION"
"$ROOT/mvnw" -q -ntp -f "$ROOT/pom.xml" -pl hall -am test -Dtest=KeepRelease -Dsurefire.failIfNoSpecifiedTests=false \
  -Djacoco.skip=true -Domnihall.release="$VERSION" -Domnihall.release.home="$SCRATCH/demo"
