/** What the detector gives: frames, their pixels and masks, and where the pixels stand in space. */
@NullMarked
package org.debye.frame;

import org.jspecify.annotations.NullMarked;
