/**
 * The venue's PostgreSQL: opened, migrated, and reached through jOOQ.
 *
 * <pre>
 *   DatabaseConfig ──► Database ──► pool of connections ──► PostgreSQL
 *                        │   └── migrate(): Flyway, db/migration/V*.sql
 *                        └────── embedded server of this data folder, or any JDBC URL
 * </pre>
 *
 * The query code in {@code com.ballastmarkets.sql.generated} is written by the build from the
 * migrations; there is one package per schema ({@code identity}, {@code ledger}, …). Migrations are
 * numbered by area: V1xx identity, ledger, trading, treasury; V2xx telemetry, settlement, proof;
 * V3xx gateways.
 */
@NullMarked
package com.ballastmarkets.sql;

import org.jspecify.annotations.NullMarked;
