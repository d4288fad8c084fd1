/** Market operations, the back office's and arbitrators' doors. */
@NullMarked
package com.ballastmarkets.api.staff;

import org.jspecify.annotations.NullMarked;
