/** Point estimates of the pure components: N-FINDR, ATGP, VCA and SISAL. */
@NullMarked
package org.debye.unmixing.endmember;

import org.jspecify.annotations.NullMarked;
