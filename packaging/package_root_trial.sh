#!/bin/bash
# Run inside a clean root by package_root_trial.py; its argument: packages that the trial needs.
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
cd /trial
apt-get -qq update
apt-get -qq -y --no-install-recommends install $1 >/dev/null
localedef -i ko_KR -f UTF-8 ko_KR.UTF-8
find / -xdev -not -path '/proc/*' -not -path '/var/*' -not -path '/trial/*' | sort > before
echo "== install"
apt-get -qq -y --no-install-recommends install ./first.deb >/dev/null
dpkg -s visualizer | grep -E '^(Status|Version|Installed-Size)'
useradd --create-home --home-dir '/home/학생 kim' student
as_student() { ${alone:-} su student -c "unset LC_ALL; export LANG=ko_KR.UTF-8 HOME='/home/학생 kim'; cd; $1"; }
echo "== smoke test as $(su student -c id)"
as_student '/usr/lib/visualizer/bin/python3 /trial/package_smoke.py /usr/bin/visualizer'
echo "== desktop"
desktop-file-validate /usr/share/applications/org.example.Visualizer.desktop && echo entry valid
appstreamcli validate --no-net /usr/share/metainfo/*.metainfo.xml | tee told || true
# There is no page of the project that it could name.
if grep '^ *[EW]: ' told | grep -v url-homepage-missing; then exit 1; fi
man -l /usr/share/man/man1/visualizer.1.gz | head -5
as_student 'visualizer record --recorder core /trial/program.py -o "기록.memtrace"; gio info -a standard::content-type 기록.memtrace | tail -1; gio mime application/x-memtrace | head -3'
echo "== window, by keyboard"
# In a network of its own: servers outside this root have abstract sockets, which clients try first.
alone='unshare --net' as_student 'mkdir -p screen; Xvfb -displayfd 9 -screen 0 1280x900x24 -fbdir screen 9>number >/dev/null 2>&1 & server=$!
for _ in $(seq 60); do [ -s number ] && break; sleep .5; done
export DISPLAY=":$(cat number)"; visualizer 기록.memtrace & window=$!
found=; for _ in $(seq 60); do found=$(xdotool search --onlyvisible --class visualizer 2>/dev/null | head -1); [ -n "$found" ] && break; sleep .5; done
[ -n "$found" ] || exit 1; for _ in $(seq 60); do case $(xdotool getwindowname $found) in *기록*|*program*) break;; esac; sleep .5; done
sleep 4; xdotool getwindowname $found; xdotool windowfocus $found; xdotool key Home; sleep 1; xdotool key Right Right Right
for _ in $(seq 60); do grep -ho "\"step\": 4," .local/state/visualizer/sessions/*/session.json && break; sleep .5; done
cp screen/Xvfb_screen0 /trial/out/screen.xwd; kill $window; wait $window || true; kill $server
grep -ho "\"step\": 4," .local/state/visualizer/sessions/*/session.json'
[ -s /trial/out/screen.xwd ]
echo "== upgrade"
apt-get -qq -y --no-install-recommends install ./newer.deb >/dev/null
dpkg -s visualizer | grep -E '^(Status|Version)'
as_student 'visualizer --version; visualizer check 기록.memtrace'
echo "== purge"
apt-get -qq -y purge visualizer >/dev/null
apt-get -qq -y autoremove --purge >/dev/null
find / -xdev -not -path '/proc/*' -not -path '/var/*' -not -path '/trial/*' | sort > after
left=$(comm -13 before after | grep -v -e '^/home/' -e '^/etc/\(passwd\|group\|shadow\|gshadow\|sub.id\)' -e '^/tmp' -e mime -e '/icon-theme.cache$' || true)
left="$left$(comm -13 before after | grep -e memtrace -e '/visualizer' | grep -v '^/home/' || true)"
[ -z "$left" ] && echo nothing is left || { echo "left: $left"; exit 1; }
grep -q memtrace /usr/share/mime/globs2 && { echo file type is left; exit 1; }
echo ALL GOOD
