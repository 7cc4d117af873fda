package org.onrecord.reflection;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;

/** Started by the JVM with {@code -javaagent:JAR=FOLDER}: writes to a file in the folder that is named by service and process. */
public final class Agent {
    private Agent() {}

    public static void premain(String folder, Instrumentation instrumentation)
            throws IOException, UnmodifiableClassException {
        LookUps.writeTo(
                Path.of(folder, service() + "-" + ProcessHandle.current().pid() + ".tsv")
                        .toString());
        instrumentation.addTransformer(new Weaver(), true);
        instrumentation.retransformClasses(Class.class);
    }

    /** {@code …/api-service/target/quarkus-app/quarkus-run.jar} is api-service's. */
    private static String service() {
        String command = System.getProperty("sun.java.command", "").split(" ")[0];
        Path jar = Path.of(command).toAbsolutePath();
        return command.endsWith("quarkus-app/quarkus-run.jar")
                ? jar.getParent().getParent().getParent().getFileName().toString()
                : "other";
    }
}
