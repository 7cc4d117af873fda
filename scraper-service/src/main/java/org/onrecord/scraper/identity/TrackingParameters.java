package org.onrecord.scraper.identity;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Query parameters that say where a reader came from and never which page it is. */
final class TrackingParameters {

    private static final List<String> PREFIXES = List.of(
            "utm_", // Urchin and Google Analytics
            "at_", // Piano, on BBC pages: at_medium, at_campaign
            "mtm_", // Matomo
            "pk_", // Matomo, formerly Piwik
            "hsa_", // HubSpot ads
            "ns_", // Comscore: ns_mchannel, ns_campaign
            "wt.", // Webtrends: wt.mc_id
            "xtor"); // AT Internet

    private static final Set<String> NAMES = Set.of(
            "fbclid", // Facebook
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "_ga",
            "_gl", // Google
            "msclkid", // Microsoft
            "twclid", // Twitter
            "igshid",
            "igsh", // Instagram
            "yclid", // Yandex
            "mc_cid",
            "mc_eid", // Mailchimp
            "_hsenc",
            "_hsmi", // HubSpot
            "cmpid",
            "ncid",
            "icid",
            "ocid",
            "smid",
            "smtyp",
            "sr_share", // campaign ids of newspapers
            "ito", // Mail Online
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig", // Yahoo's consent wall
            "spm", // Alibaba
            "vero_id",
            "oly_enc_id",
            "oly_anon_id",
            "__twitter_impression",
            "ref_src",
            "ref_url",
            "share");

    private TrackingParameters() {}

    static boolean contains(String parameterName) {
        String name = parameterName.toLowerCase(Locale.ROOT);
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }
}
