# Sourced once by the database image, when its volume is new: one account for migrations, one for the API. What the API
# may do with each table is written by the step "grants". Names and passwords hold no quotes: make-secrets.sh makes hex.
docker_process_sql --database=mysql <<SQL
CREATE USER IF NOT EXISTS 'yance_migration'@'%' IDENTIFIED BY '$(cat /run/secrets/database_migration_password)';
GRANT ALL PRIVILEGES ON yance.* TO 'yance_migration'@'%' WITH GRANT OPTION;
CREATE USER IF NOT EXISTS 'yance_app'@'%' IDENTIFIED BY '$(cat /run/secrets/database_app_password)';
SQL
