/** Files of scenes. */
@NullMarked
package org.debye.jobs.scene;

import org.jspecify.annotations.NullMarked;
