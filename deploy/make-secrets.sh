#!/bin/sh
# Makes the secrets that a new salon needs in deploy/secrets, and never touches one that is there.
# Compose mounts these files as they are, and the containers' users have to read them: so the folder keeps others on
# this machine out, not the files.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets
chmod 700 secrets
cd secrets

# keep NAME VALUE
keep() {
  if [ ! -s "$1" ]; then
    printf '%s\n' "$2" > "$1"
    echo "made $1"
  fi
  chmod 444 "$1"
}

password() { openssl rand -hex 24; }

keep database_root_password "$(password)"
keep database_app_password "$(password)"
keep database_migration_password "$(password)"
keep database_url "mysql://yance_app:$(cat database_app_password)@database:3306/yance"
keep database_migration_url "mysql://yance_migration:$(cat database_migration_password)@database:3306/yance"
keep yance_keys "1:$(openssl rand -base64 32)"
keep yance_blind_index_key "$(openssl rand -base64 32)"
keep yance_seal_key "$(openssl rand -base64 32)"
keep yance_metrics_token "$(password)"

for name in wechat_secret tls_certificate.pem tls_key.pem; do
  [ -s "$name" ] && chmod 444 "$name" || echo "still missing: deploy/secrets/$name (yours to bring)"
done
echo "Keep a copy of yance_keys, yance_blind_index_key and yance_seal_key away from the database's backups."
