/** What the user can mend: a code, a place, a problem and a remedy, in one sentence. */
@NullMarked
package org.debye.failure;

import org.jspecify.annotations.NullMarked;
