@NullMarked
package org.debye.exploration;

import org.jspecify.annotations.NullMarked;
