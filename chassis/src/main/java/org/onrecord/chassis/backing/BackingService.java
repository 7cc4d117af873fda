package org.onrecord.chassis.backing;

/** A bean that stands for something that a service cannot work without, such as its database. */
public interface BackingService {

    /** What it is, for the log and for health, such as {@code database}. */
    String name();

    /** Where it is, such as {@code db.example:5432/onrecord}; never a password. */
    String address();

    /**
     * Returns if it can be worked with now. Called by one thread, about once a second; ends by itself within some seconds.
     *
     * @throws Exception if it cannot; its message says why, in one line
     */
    void check() throws Exception;
}
