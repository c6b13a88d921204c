package org.omnihall.analytics;

/** Makes the engine for a cluster. It is found by {@link java.util.ServiceLoader}, so that this module needs none of its classes. */
public interface EngineMaker {

    /**
     * Connects to a cluster.
     *
     * @param master its address, such as {@code spark://host:7077} or {@code local[2]}
     */
    Engine connect(String master);
}
