/** Where every written row comes from. */
@NullMarked
package org.debye.provenance;

import org.jspecify.annotations.NullMarked;
