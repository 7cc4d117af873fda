package org.onrecord.reflection;

/**
 * One thing that was looked up.
 *
 * @param kind class, method, constructor, field, methods, constructors, fields, components or resource
 * @param name of the class, or of the resource
 * @param member of the class, or empty
 * @param caller the nearest class on the stack that is not the platform's
 * @param initialised the class whose static initialiser asked for it, or empty
 */
public record LookUp(String kind, String name, String member, String caller, String initialised) {

    static LookUp of(String line) {
        String[] fields = line.split("\t", -1);
        return new LookUp(fields[0], fields[1], fields[2], fields[3], fields[4]);
    }
}
