/**
 * Many rows at a time, through PostgreSQL's COPY: about three times the rate of batched inserts.
 */
@NullMarked
package com.ballastmarkets.sql.copy;

import org.jspecify.annotations.NullMarked;
