/** Whole jobs as users run them, and the rules that keep the architecture as it is drawn. */
@NullMarked
package org.debye.acceptance;

import org.jspecify.annotations.NullMarked;
