"""What is stamped on plates: serial formats by state (L letter, D digit, space a gap), vanity texts, state names.

The letter O and the digit 0 are one symbol to the reader; the text decides later which of them is meant.
"""
import random

SYMBOLS = "0123456789ABCDEFGHIJKLMNPQRSTUVWXYZ"
BLANK = len(SYMBOLS)
INDEX = {c: i for i, c in enumerate(SYMBOLS)} | {"O": 0}
LONGEST = 8

# state: (name, slogan, formats; a format listed twice is twice as common)
STATES = {
    "CA": ("California", "dmv.ca.gov", "DLLLDDD DLLLDDD DLLLDDD DLLLDDD DDDDDLD DLDDDDD LLLDDD DDDLLL"),
    "TX": ("TEXAS", "The Lone Star State", "LLD_LDDD LLD_LDDD LLL_DDDD LLL_DDD DDD_LLL LDD_LLL"),
    "FL": ("FLORIDA", "Sunshine State", "LDD_DLL LLL_LDD LLL_DDD DDD_LLL LLLL_DD"),
    "NY": ("NEW YORK", "Empire State", "LLL_DDDD LLL_DDDD LLL_DDD DDDDDLL"),
    "PA": ("PENNSYLVANIA", "visitPA.com", "LLL_DDDD LLL_DDDD LLL_DDD DLLDDDD"),
    "IL": ("Illinois", "Land of Lincoln", "LDD_DDDD LLDDDDD DDD_DDDD LDDDDDD LL_DDDDD"),
    "OH": ("OHIO", "Birthplace of Aviation", "LLL_DDDD LLL_DDDD LL_DD_LL LLLDDDD"),
    "GA": ("GEORGIA", "Peach State", "LLL_DDDD LLLDDDD DDD_LLL LLL_DDD"),
    "NC": ("NORTH CAROLINA", "First in Flight", "LLL-DDDD LLL_DDDD LLL_DDDD"),
    "MI": ("MICHIGAN", "Pure Michigan", "LLL_DDDD DLL_LDD LLL_DDD"),
    "NJ": ("New Jersey", "Garden State", "LDD_LLL LLL_DDL LL_DDDL LLDDDL"),
    "VA": ("VIRGINIA", "", "LLL-DDDD LLL_DDDD"),
    "WA": ("WASHINGTON", "Evergreen State", "LLLDDDD LLL_DDDD DDD_LLL LDDDDDL"),
    "AZ": ("ARIZONA", "Grand Canyon State", "LLLDDDD LLL_DDDD DDD_LLL"),
    "MA": ("Massachusetts", "The Spirit of America", "DDD_LLD DDDD_LL DLL_DDD DDLLDD LDDD_DD"),
    "TN": ("Tennessee", "Volunteer State", "LDD_DDL DDD_LLL LLL_DDD"),
    "IN": ("INDIANA", "Crossroads of America", "DDDLLL DDDL DDD_LLL DDLDDDD"),
    "MO": ("MISSOURI", "Show-Me State", "LLD_LDL LLD_LDL DDD_LLL"),
    "MD": ("MARYLAND", "", "DLLDDDD LLL_DDD DLL_DDDD"),
    "WI": ("WISCONSIN", "America's Dairyland", "DDD-LLL LLL_DDDD DDD_LLL"),
    "CO": ("COLORADO", "", "DDD_LLL LLL_DDD LLL-DDD"),
    "MN": ("Minnesota", "10,000 lakes", "DDD_LLL LLL_DDD DDD-LLL"),
    "SC": ("SOUTH CAROLINA", "While I Breathe I Hope", "LLL_DDD DDD_LLL LLLD_DD"),
    "AL": ("Alabama", "Sweet Home", "DDLDDLD DLDDDLD DDDDLDD DDLDDDD"),
    "LA": ("Louisiana", "Sportsman's Paradise", "LLL_DDD DDD_LLL"),
    "KY": ("KENTUCKY", "Bluegrass State", "DDD_LLL DDDLLL"),
    "OR": ("Oregon", "", "DDD_LLL LLL_DDD"),
    "OK": ("OKLAHOMA", "Native America", "DDD_LLL LLL_DDD LLL-DDD"),
    "CT": ("Connecticut", "Constitution State", "DDD-LLL LL_DDDDD LDDDDD LLL_DDD"),
    "UT": ("UTAH", "Greatest Snow on Earth", "LDD_DLL DDD_LLL DDDLLL"),
    "IA": ("IOWA", "", "DDD_LLL LLL_DDD"),
    "NV": ("NEVADA", "The Silver State", "DDD_LLL LLL_DDD DDLDDD"),
    "AR": ("Arkansas", "The Natural State", "DDD_LLL LLL_DDD"),
    "MS": ("Mississippi", "", "LLL_DDD LLD_DDD"),
    "KS": ("KANSAS", "Sunflower State", "DDD_LLL LLL_DDD"),
    "NM": ("NEW MEXICO", "Land of Enchantment", "DDD_LLL LLL_DDD LLLDDD"),
    "NE": ("NEBRASKA", "", "LLL_DDD DD-LDDD D-LDDDD"),
    "ID": ("IDAHO", "Famous Potatoes", "DL_LDDDD LDDDDDD DL_DDDDD"),
    "WV": ("West Virginia", "Wild, Wonderful", "DLL_DDD LDL_DDD DLDDDD"),
    "HI": ("HAWAII", "Aloha State", "LLL_DDD LLLDDD"),
    "NH": ("NEW HAMPSHIRE", "Live Free or Die", "DDD_DDDD DDDDDD"),
    "ME": ("Maine", "Vacationland", "DDDD_LL DDD_LL"),
    "MT": ("MONTANA", "Treasure State", "DDDDDDL D-DDDDL LLLDDD"),
    "RI": ("Rhode Island", "Ocean State", "LL-DDD DDDDDD DDD-DDD"),
    "DE": ("DELAWARE", "The First State", "DDDDDD DDDDD"),
    "SD": ("South Dakota", "Great Faces Great Places", "DLL_DDD DDLDDD DLDDDD"),
    "ND": ("NORTH DAKOTA", "Peace Garden State", "LLL_DDD DDD_LLL"),
    "AK": ("ALASKA", "The Last Frontier", "LLL_DDD"),
    "DC": ("WASHINGTON, DC", "Taxation Without Representation", "LL_DDDD"),
    "VT": ("VERMONT", "Green Mountain State", "LLL_DDD"),
    "WY": ("WYOMING", "", "DD_DDDDD D_DDDDD DDDDDD"),
}
WEIGHTS = [40, 26, 22, 20, 13, 13, 12, 11, 11, 10, 9, 9, 8, 7, 7, 7, 7, 6, 6, 6, 6] + [3] * (len(STATES) - 21)

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ" * 8 + "IOQ" * 3
DIGITS = "0123456789"
OTHER = ["DDDDDD", "DDDDD", "DDDD", "DDDL", "DDDDLL", "LLLDD", "LLDDD", "LDDDD", "LL_DDDL", "DDD_LLLL", "DDDD_DD", "LDL_DLDL", "LLL_DLD",
         "DDD_DDD", "LL_DDDDD", "DLLLDDD", "LDDDDD", "LDDDDDD", "DDDDDDD", "LLL_LLL", "DD_DDDDD"]


def fill(pattern, rng):
    return "".join(rng.choice(LETTERS) if c == "L" else rng.choice(DIGITS) if c == "D" else c for c in pattern)


def vanity(rng):
    count = rng.choices([2, 3, 4, 5, 6, 7, 8], [2, 4, 8, 16, 30, 40, 6])[0]
    if rng.random() < .5:
        text = "".join(rng.choice(LETTERS + DIGITS * 6) for _ in range(count))
    else:
        start = rng.randint(0, 1)
        text = "".join(rng.choice("AEIOUY01") if (i + start) % 2 else rng.choice("BCDFGHJKLMNPRSTVWXYZ248") for i in range(count))
    if count > 3 and rng.random() < .35:
        k = rng.randint(1, count - 1)
        text = text[:k] + "_" + text[k:]
    return text


def serial(rng):
    """-> (state or None, text with '_' and '-' for gaps)"""
    state = rng.choices(list(STATES), WEIGHTS)[0]
    kind = rng.random()
    if kind < .70:
        return state, fill(rng.choice(STATES[state][2].split()), rng)
    if kind < .82:
        return state, fill(rng.choice(OTHER), rng)
    if kind < .90:
        return state, vanity(rng)
    return state, "".join(rng.choice(LETTERS + DIGITS * 20) for _ in range(rng.choice([4, 5, 6, 6, 7, 7, 7])))


def label(text):
    return "".join(c for c in text.upper() if c.isalnum()).replace("O", "0")
