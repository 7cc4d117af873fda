package org.onrecord.database;

/** Something that must hold of the tables once they are up to date, such as a mapping that must fit them. */
public interface SchemaCheck {

    /** @throws Exception if it does not hold; its message says what is wrong */
    void check() throws Exception;
}
