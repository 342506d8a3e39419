/** Shares of known pure components in each spectrum: FCLS, NNLS and SUnSAL. */
@NullMarked
package org.debye.unmixing.abundance;

import org.jspecify.annotations.NullMarked;
