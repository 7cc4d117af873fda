package org.onrecord.scraper.source;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What ROME makes by the names in its rome.properties, and what it reads by reflection; a native build has to be told. */
@RegisterForReflection(
        classNames = {
            "com.rometools.rome.feed.CopyFrom",
            "com.rometools.rome.feed.module.DCModule",
            "com.rometools.rome.feed.module.DCModuleImpl",
            "com.rometools.rome.feed.module.DCSubject",
            "com.rometools.rome.feed.module.DCSubjectImpl",
            "com.rometools.rome.feed.module.SyModule",
            "com.rometools.rome.feed.module.SyModuleImpl",
            "com.rometools.rome.feed.synd.SyndCategory",
            "java.util.Date",
            "org.jdom2.Element"
        })
final class RomeReflection {

    private RomeReflection() {}
}
