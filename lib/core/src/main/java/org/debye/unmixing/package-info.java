/**
 * From mixed spectra to pure components and their shares: subspaces, endmember extractors,
 * abundances, the mixing model's posterior, and whole scenes.
 */
@NullMarked
package org.debye.unmixing;

import org.jspecify.annotations.NullMarked;
