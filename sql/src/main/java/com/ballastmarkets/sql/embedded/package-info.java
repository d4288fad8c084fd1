/**
 * The PostgreSQL that the venue brings along: durable, private, and its own undertaker.
 *
 * <pre>
 *   DATA/postgres/
 *     lock       held while a venue runs on this folder
 *     password   of the server's only user (mode 600)
 *     data/      the cluster; data/postmaster.pid names the running server
 *     ready      written after the first complete start; without it, data/ is a torn first attempt
 *     server.log what the server says
 * </pre>
 *
 * A venue killed without warning leaves its server running. The next start finds it by {@code
 * postmaster.pid}, checks that it is the server of this folder, and stops it first.
 */
@NullMarked
package com.ballastmarkets.sql.embedded;

import org.jspecify.annotations.NullMarked;
