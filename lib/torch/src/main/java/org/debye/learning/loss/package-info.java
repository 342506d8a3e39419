/** What training minimises. */
@NullMarked
package org.debye.learning.loss;

import org.jspecify.annotations.NullMarked;
