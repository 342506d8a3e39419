package org.debye.learning.checkpoint;

import java.util.Optional;

/**
 * A model at an epoch.
 *
 * @param weights the network's parameters and buffers, by torch's names
 * @param training what training goes on from: moments of the optimiser, random state, best weights
 *     so far; empty once training has ended
 */
public record Checkpoint(ModelCard card, StateDict weights, Optional<StateDict> training) {}
