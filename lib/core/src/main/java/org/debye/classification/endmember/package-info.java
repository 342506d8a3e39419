/** Classes by how much of each class's mean spectrum is in a spectrum. */
@NullMarked
package org.debye.classification.endmember;

import org.jspecify.annotations.NullMarked;
