@NullMarked
package org.debye.evaluation.transition;

import org.jspecify.annotations.NullMarked;
