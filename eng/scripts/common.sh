# Shared by ./run, ./test, ./bench and ./transparency. Sourced from the repository's root.

fail() {
    echo "$*" >&2
    exit 1
}

step() { echo "- $*"; }

need_sdk() {
    command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing. Install it from https://dotnet.microsoft.com/download and run this again."
    dotnet --version >/dev/null 2>&1 || fail "The .NET SDK found is older than 10. Install .NET 10 from https://dotnet.microsoft.com/download and run this again."
    export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
}

# need_packages THING:PACKAGE ...   THING is a command, or a library's file name when it holds ".so"
need_packages() {
    local missing=() pair thing
    for pair in "$@"; do
        thing=${pair%%:*}
        case $thing in
            *.so*) ldconfig -p 2>/dev/null | grep -q "$thing" || /sbin/ldconfig -p 2>/dev/null | grep -q "$thing" || missing+=("${pair#*:}") ;;
            *) command -v "$thing" >/dev/null || missing+=("${pair#*:}") ;;
        esac
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || fail "Please install: ${missing[*]}"
    [ "$(id -u)" = 0 ] || fail "Some system packages are missing. Run this line, then start again:
  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}"
    step "Installing ${missing[*]}"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/tmp/transparency-apt.log 2>&1 ||
        fail "Installing ${missing[*]} failed; see /tmp/transparency-apt.log."
}

# need_space FOLDER MEGABYTES WHAT-FOR
need_space() {
    local free
    free=$(df -Pm "$1" | awk 'NR == 2 { print $4 }')
    [ "$free" -ge "$2" ] || fail "The disk that holds $1 has $free MB free; $3 needs $2 MB. Free some space and run this again."
}

port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# curl_ok URL: whether a local address answers 200. Plain bash, so that a fresh machine needs no curl.
curl_ok() {
    local rest=${1#http://} host path line
    host=${rest%%/*}
    path=/${rest#*/}
    {
        exec 3<>"/dev/tcp/${host%%:*}/${host##*:}" || return 1
        printf 'GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$path" "$host" >&3
        IFS= read -r -t 5 line <&3
        exec 3>&-
    } 2>/dev/null
    [[ ${line:-} == *" 200 "* ]]
}

app=artifacts/app
ingest() { dotnet "$app/ingest/Transparency.Ingest.dll" "$@"; }
portal() { dotnet "$app/portal/Transparency.Portal.dll" "$@"; }
verify() { dotnet "$app/verify/Transparency.Verify.dll" "$@"; }

# Publishes the three programs when a source file is newer than the last time. Quiet unless something goes wrong.
build_if_changed() {
    local stamp=$app/.built log=artifacts/build.log project
    if [ -e "$stamp" ] && [ -z "$(find src db eng Directory.* global.json -newer "$stamp" -type f -not -path '*/obj/*' -not -path '*/bin/*' -print -quit)" ]; then
        return 0
    fi
    mkdir -p "$app"
    step "Building (the first time takes a few minutes)"
    : >"$log"
    for project in Ingest Portal Verify; do
        dotnet publish "src/$project/$project.csproj" -c Release -o "$app/${project,,}" -v q >>"$log" 2>&1 || {
            grep -E 'error' "$log" | sort -u | head -n 10 >&2
            fail "Building $project failed; see $log."
        }
    done
    : >"$stamp"
}
