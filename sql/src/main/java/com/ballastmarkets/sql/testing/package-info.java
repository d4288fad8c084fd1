/** A real PostgreSQL for tests: one server per JVM, a fresh migrated database per test. */
@NullMarked
package com.ballastmarkets.sql.testing;

import org.jspecify.annotations.NullMarked;
