#!/usr/bin/env bash
# Fetches the static front-end files at pinned versions, with their licence texts, into the hall's resources.
# Run by hand when a version changes; the build itself needs neither Node nor a network.
set -euo pipefail

htmx=2.0.11
tabler=1.6.1
icons=3.51.0
echarts=6.1.0

# The icons we use, from Tabler's outline set. One sprite, drawn by <use href="...#NAME"/>.
selection="adjustments-horizontal alert-circle alert-triangle antenna-bars-5 arrow-down arrow-left arrow-right arrow-up
ban bell building building-broadcast-tower building-store calendar chart-bar chart-funnel chart-line check chevron-down chevron-left
chevron-right chevron-up circle-check circle-x clipboard-list clock copy credit-card dashboard database database-export
database-import device-mobile device-floppy devices dots download edit external-link eye eye-off file-alert file-import
file-text filter fingerprint folder globe hash help-circle history home id inbox info-circle key language list-details lock
lock-open login-2 logout map-pin map-2 menu-2 message message-2 message-check moon network password phone player-pause
player-play plug plug-connected plus power refresh report-search route router search send server server-2 settings
shield shield-check shield-lock sitemap sun switch-horizontal ticket tool trash upload user user-check user-off user-plus
users users-group wifi wifi-off world x"

root=$(cd "$(dirname "$0")/.." && pwd)
target="$root/hall/src/main/resources/static/vendor"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fetch() { # package version folder
    mkdir -p "$work/$3"
    (cd "$work" && npm pack --silent "$1@$2" >"$3.name" && tar -xzf "$(cat "$3.name")" -C "$3" --strip-components=1)
}

fresh() { rm -rf "$target/$1-"*; mkdir -p "$target/$1-$2"; }

fetch htmx.org "$htmx" htmx
fresh htmx "$htmx"
cp "$work/htmx/dist/htmx.min.js" "$work/htmx/LICENSE" "$target/htmx-$htmx/"

fetch @tabler/core "$tabler" tabler
fresh tabler "$tabler"
cp "$work/tabler/dist/css/tabler.min.css" "$target/tabler-$tabler/"
sed -i '/^\/[*/]# sourceMappingURL/d' "$target/tabler-$tabler/tabler.min.css"
# The package carries no licence file: the text is the icons' (same project, MIT) under the authors named in the style sheet.
fetch @tabler/icons "$icons" icons
{
    echo "Tabler $tabler, Copyright 2018-2026 The Tabler Authors; contains Bootstrap, Copyright 2011-2026 The Bootstrap Authors"
    echo
    cat "$work/icons/LICENSE"
} >"$target/tabler-$tabler/LICENSE"

fetch echarts "$echarts" echarts
fresh echarts "$echarts"
cp "$work/echarts/dist/echarts.min.js" "$work/echarts/LICENSE" "$work/echarts/NOTICE" "$target/echarts-$echarts/"

fresh icons "$icons"
cp "$work/icons/LICENSE" "$target/icons-$icons/"
sprite="$target/icons-$icons/icons.svg"
echo '<svg xmlns="http://www.w3.org/2000/svg">' >"$sprite"
for name in $selection; do
    file="$work/icons/icons/outline/$name.svg"
    [ -f "$file" ] || { echo "no icon $name in Tabler icons $icons" >&2; exit 1; }
    printf '<symbol id="%s" viewBox="0 0 24 24">' "$name" >>"$sprite"
    sed -e '/^<!--/,/-->/d' "$file" | tr -d '\n' | sed -e 's/<svg[^>]*>//' -e 's/<\/svg>//' -e 's/  */ /g' -e 's/> </></g' >>"$sprite"
    echo '</symbol>' >>"$sprite"
done
echo '</svg>' >>"$sprite"
du -sh "$target"/*
